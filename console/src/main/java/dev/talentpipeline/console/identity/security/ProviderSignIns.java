package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.RefusedException;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation.Chosen;
import dev.talentpipeline.console.identity.provider.ProviderIdentity;
import dev.talentpipeline.console.identity.provider.SigningInByProvider;
import dev.talentpipeline.console.identity.provider.SigningInByProvider.Organisation;
import dev.talentpipeline.console.identity.security.ProviderSettings.IdentityProvider;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from their provider: to sign in, to link it to the account they are signed in to, or to open the account
 * they were invited to. What they came for is noted in their session before they go.
 */
@Component
public final class ProviderSignIns {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIns.class);
    private static final String ERRAND = "talentpipeline.errand";
    private static final Duration ERRAND_FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final ProviderSettings settings;
    private final ProviderRegistrations registrations;
    private final SigningInByProvider signingIn;
    private final OpeningSessions sessions;
    private final Trail trail;
    private final Clock clock;

    ProviderSignIns(
            ProviderSettings settings,
            ProviderRegistrations registrations,
            SigningInByProvider signingIn,
            OpeningSessions sessions,
            Trail trail,
            Clock clock) {
        this.settings = settings;
        this.registrations = registrations;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody goes to their provider for, if not just to sign in. */
    private sealed interface Errand extends Serializable {
        Instant since();

        record Linking(SignedIn signedIn, Instant since) implements Errand {}

        record Accepting(String token, String name, String displayName, Instant since) implements Errand {}
    }

    void into(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoAuthorizedClients())
                .authorizationEndpoint(endpoint -> endpoint.baseUri("/sign-in/by"))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(ProviderRegistrations.CALLBACK + "*"))
                .successHandler(this::cameBack)
                .failureHandler(this::failed);
    }

    /** Where somebody goes to come back with the provider's word. */
    public String begin(String provider) {
        return "/sign-in/by/" + provider;
    }

    /** Notes that the person of the session wants to link the provider to their account. */
    public void noteLinking(SignedIn signedIn, HttpSession session) {
        session.setAttribute(ERRAND, new Errand.Linking(signedIn, clock.instant()));
    }

    /** Notes that a guest wants to open the account they were invited to. */
    public void noteAccepting(String token, Chosen chosen, HttpSession session) {
        session.setAttribute(ERRAND, new Errand.Accepting(token, chosen.name(), chosen.displayName(), clock.instant()));
    }

    private void cameBack(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AuthenticationToken proven = (OAuth2AuthenticationToken) authentication;
        OidcUser user = (OidcUser) Objects.requireNonNull(proven.getPrincipal());
        IdentityProvider provider =
                Objects.requireNonNull(settings.providers().get(proven.getAuthorizedClientRegistrationId()));
        ProviderIdentity identity = new ProviderIdentity(provider.issuer(), Objects.requireNonNull(user.getSubject()));
        Errand errand = errand(request);
        try {
            switch (errand) {
                case null -> signIn(provider.organisation(), identity, request, response);
                case Errand.Linking linking -> {
                    signingIn.link(
                            provider.organisation(),
                            identity,
                            linking.signedIn().identity().subject());
                    sessions.open(linking.signedIn(), request, response);
                    response.sendRedirect("/account?linked");
                }
                case Errand.Accepting(String token, String name, String displayName, Instant since) -> {
                    Account account =
                            signingIn.accept(provider.organisation(), identity, token, new Chosen(name, displayName));
                    opened(account, request, response);
                }
            }
        } catch (RefusedException e) {
            String why = "?refused=" + e.refusal().reason().type();
            if (errand instanceof Errand.Linking linking) {
                sessions.open(linking.signedIn(), request, response);
                response.sendRedirect("/account" + why);
            } else {
                sessions.close(request);
                response.sendRedirect("/sign-in" + why);
            }
        }
    }

    private void signIn(
            Organisation organisation,
            ProviderIdentity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Account> account = signingIn.signIn(organisation, identity);
        if (account.isPresent()) {
            opened(account.get(), request, response);
        } else {
            sessions.close(request);
            response.sendRedirect("/sign-in?unlinked");
        }
    }

    private void opened(Account account, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        sessions.open(SignedIn.to(account, now), request, response);
        trail.add(TrailEntry.own(now, Act.SIGNED_IN, account.identity()));
        response.sendRedirect("/");
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.warn("A sign-in by a provider failed.", failure);
        response.sendRedirect("/sign-in?provider");
    }

    private @Nullable Errand errand(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ERRAND) instanceof Errand errand)) {
            return null;
        }
        session.removeAttribute(ERRAND);
        return clock.instant().isBefore(errand.since().plus(ERRAND_FORGOTTEN_AFTER)) ? errand : null;
    }
}
