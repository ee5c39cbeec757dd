package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.listing.Listed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/** Has the method of a list answer a part of it, as if the request had asked for that part. */
final class ListParts {

    /** As many as a page may have. */
    private static final int ITEMS = 200;

    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final ObjectProvider<RequestMappingHandlerAdapter> adapters;

    ListParts(ObjectProvider<RequestMappingHandlerAdapter> adapters) {
        this.adapters = adapters;
    }

    /** The part after the cursor, from the start if null. */
    Listed<?> of(
            HandlerMethod method, HttpServletRequest request, HttpServletResponse response, @Nullable String cursor)
            throws Exception {
        RequestMappingHandlerAdapter adapter = adapters.getObject();
        InvocableHandlerMethod call = new InvocableHandlerMethod(method);
        call.setHandlerMethodArgumentResolvers(new HandlerMethodArgumentResolverComposite()
                .addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers())));
        call.setDataBinderFactory(new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer()));
        call.setParameterNameDiscoverer(names);
        Object answer = call.invokeForRequest(
                new ServletWebRequest(ExportRequest.forPage(request, cursor, ITEMS), response),
                new ModelAndViewContainer());
        Object body = answer instanceof ResponseEntity<?> whole ? whole.getBody() : answer;
        return (Listed<?>) Objects.requireNonNull(body);
    }
}
