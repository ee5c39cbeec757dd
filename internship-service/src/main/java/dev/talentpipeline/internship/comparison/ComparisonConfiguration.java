package dev.talentpipeline.internship.comparison;

import dev.talentpipeline.internship.programme.ReadingProgrammes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ComparisonConfiguration {

    @Bean
    ComparingProgrammes comparingProgrammes(ReadingProgrammes programmes, Seasons seasons) {
        return new ComparingProgrammes(programmes, seasons);
    }
}
