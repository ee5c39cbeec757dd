package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.Attempt;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.io.Serial;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password, unless there were too many failures for the name or from the address. The only bean of its
 * kind: Spring Security asks it for every form, and once for each, so that no failure is counted twice.
 */
@Component
final class CheckingPasswords implements AuthenticationProvider {

    private final DaoAuthenticationProvider checking;
    private final HoldingSignIns holding;
    private final Trail trail;
    private final Clock clock;

    CheckingPasswords(Accounts accounts, BCryptHashing hashing, HoldingSignIns holding, Trail trail, Clock clock) {
        this.checking = new DaoAuthenticationProvider(name -> accounts.find(Kind.USER, name)
                .filter(account -> account.active() && account.secretHash() != null)
                .map(account -> SignedIn.byPassword(account, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("There is no user of that name.")));
        this.checking.setPasswordEncoder(hashing.encoder(Kind.USER));
        this.holding = holding;
        this.trail = trail;
        this.clock = clock;
    }

    /** Nothing was checked, because there were too many failures before. */
    static final class HeldSignInException extends AuthenticationException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final long waitSeconds;

        private HeldSignInException(HeldException held) {
            super("held back", held);
            this.waitSeconds = held.waitSeconds();
        }

        long waitSeconds() {
            return waitSeconds;
        }
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        String address = shown.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Attempt attempt;
        try {
            attempt = holding.begin(shown.getName(), address);
        } catch (HeldException e) {
            throw new HeldSignInException(e);
        }
        Authentication right = checking.authenticate(shown);
        holding.succeeded(attempt);
        if (right != null && right.getPrincipal() instanceof SignedIn signedIn) {
            Identity identity = signedIn.identity();
            trail.add(TrailEntry.own(clock.instant(), Act.SIGNED_IN, identity));
        }
        return right;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
