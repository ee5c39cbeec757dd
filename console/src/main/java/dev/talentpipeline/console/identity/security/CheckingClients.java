package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;

/**
 * Checks the id and secret of a machine, unless there were too many failures for the id. Ids that nobody has cost nothing to refuse, and are
 * not counted.
 */
final class CheckingClients implements AuthenticationProvider {

    private static final HttpMessageConverter<OAuth2Error> ERRORS = new OAuth2ErrorHttpMessageConverter();

    private final AuthenticationProvider checking;
    private final Accounts accounts;
    private final HoldingSignIns holding;

    CheckingClients(AuthenticationProvider checking, Accounts accounts, HoldingSignIns holding) {
        this.checking = checking;
        this.accounts = accounts;
        this.holding = holding;
    }

    /** Nothing was checked, because there were too many failures before. */
    private static final class HeldClientException extends OAuth2AuthenticationException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final long waitSeconds;

        HeldClientException(HeldException held) {
            super(
                    new OAuth2Error(
                            OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
                            "There were too many failed attempts. Try again in " + held.waitSeconds() + " s.",
                            null),
                    held);
            this.waitSeconds = held.waitSeconds();
        }
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        String id = shown.getName();
        if (accounts.find(Kind.CLIENT, id).isEmpty()) {
            return checking.authenticate(shown);
        }
        try {
            holding.beginAsClient(id);
        } catch (HeldException e) {
            throw new HeldClientException(e);
        }
        Authentication right = checking.authenticate(shown);
        holding.clientSucceeded(id);
        return right;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return checking.supports(authentication);
    }

    /** Answers a failure in the form of OAuth 2, and says when to come back. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        if (failure instanceof HeldClientException held) {
            answer.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            answer.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(held.waitSeconds));
            ERRORS.write(held.getError(), MediaType.APPLICATION_JSON, answer);
            return;
        }
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        answer.setStatusCode(
                OAuth2ErrorCodes.INVALID_CLIENT.equals(code) ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST);
        ERRORS.write(new OAuth2Error(code), MediaType.APPLICATION_JSON, answer);
    }
}
