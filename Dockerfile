# One image recipe for every service: docker build --build-arg MODULE=internship-service .
# The jar is built on the host or in the build stage of a pipeline (mvn -DskipTests package); the image only unpacks and runs it.
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /layers
COPY ${MODULE}/target/${MODULE}.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --launcher --destination .

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home pipeline && mkdir -p /var/lib/pipeline && chown pipeline /var/lib/pipeline
USER pipeline
WORKDIR /app
# Dependencies change least and come first, so that a new version of a service is one small layer.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
