package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame around every page needs. */
@ControllerAdvice
final class Frame {

    @ModelAttribute("identity")
    @Nullable Identity identity(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? null : signedIn.identity();
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return LanguageConfiguration.spoken(locale).getLanguage();
    }

    @ModelAttribute("shown")
    Shown shown() {
        return new Shown();
    }

    /** This page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        String other = "zh".equals(language(locale)) ? "en" : "zh";
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/");
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            here.replacePath(failed);
        } else {
            here.replacePath(request.getRequestURI()).query(request.getQueryString());
        }
        return here.replaceQueryParam(LanguageConfiguration.PARAMETER, other)
                .build(true)
                .toUriString();
    }
}
