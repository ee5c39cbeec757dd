package dev.talentpipeline.internship.proof;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Stands in front of the ports whose locks the promises rest on, so that a bug can be planted in them. Without one it only passes on. */
@TestComponent
public class PlantableBugs implements BeanPostProcessor {

    private static final List<Class<?>> PORTS = List.of(Offers.class, Internships.class, People.class);

    private volatile @Nullable PlantedBug planted;

    void plant(PlantedBug bug) {
        planted = bug;
    }

    void pull() {
        planted = null;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return PORTS.stream()
                .filter(port -> port.isInstance(bean))
                .findFirst()
                .map(port -> Proxy.newProxyInstance(
                        port.getClassLoader(),
                        bean.getClass().getInterfaces(),
                        (proxy, method, arguments) -> call(proxy, bean, method, arguments)))
                .orElse(bean);
    }

    private @Nullable Object call(Object proxy, Object port, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.isDefault()) {
            // What it calls in its turn comes by here again; called on the port it would go round the bug.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        method.setAccessible(true);
        PlantedBug bug = planted;
        return bug == null || arguments == null
                ? PlantedBug.plain(port, method, arguments)
                : bug.call(port, method, arguments);
    }
}
