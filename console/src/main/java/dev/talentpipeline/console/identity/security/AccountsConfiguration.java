package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Links;
import dev.talentpipeline.console.identity.SecretHashing;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.UserAccounts;
import dev.talentpipeline.console.identity.administration.AdministeringAccounts;
import dev.talentpipeline.console.identity.cover.CoveringAbsence;
import dev.talentpipeline.console.identity.cover.Covers;
import dev.talentpipeline.console.identity.cover.HandingOverCovers;
import dev.talentpipeline.console.identity.erasure.ErasedPeople;
import dev.talentpipeline.console.identity.erasure.ErasingAccounts;
import dev.talentpipeline.console.identity.erasure.Erasures;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation;
import dev.talentpipeline.console.identity.invitation.Invitations;
import dev.talentpipeline.console.identity.invitation.InvitingPeople;
import dev.talentpipeline.console.identity.password.ChangingPassword;
import dev.talentpipeline.console.identity.password.Resets;
import dev.talentpipeline.console.identity.provider.ProviderIdentities;
import dev.talentpipeline.console.identity.provider.SigningInByProvider;
import dev.talentpipeline.console.identity.signin.Attempts;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.identity.trail.ReadingTrail;
import dev.talentpipeline.console.identity.trail.Trail;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases of accounts. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    ReadingTrail readingTrail(Trail trail) {
        return new ReadingTrail(trail);
    }

    @Bean
    InvitingPeople invitingPeople(
            Invitations invitations, Links links, Trail trail, Transactions transactions, Clock clock) {
        return new InvitingPeople(invitations, links, trail, transactions, clock, UUID::randomUUID);
    }

    @Bean
    AcceptingInvitation acceptingInvitation(
            Invitations invitations,
            UserAccounts users,
            SecretHashing hashing,
            Links links,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        return new AcceptingInvitation(invitations, users, hashing, links, trail, transactions, clock);
    }

    @Bean
    HoldingSignIns holdingSignIns(Attempts attempts, Clock clock) {
        return new HoldingSignIns(attempts, clock);
    }

    @Bean
    ErasingAccounts erasingAccounts(
            Accounts accounts,
            Erasures erasures,
            ErasedPeople people,
            HoldingSignIns holding,
            Transactions transactions,
            @Value("${talentpipeline.erasure-window:PT24H}") Duration window,
            Clock clock) {
        return new ErasingAccounts(accounts, erasures, people, holding, transactions, window, clock);
    }

    @Bean
    ChangingPassword changingPassword(
            UserAccounts users,
            Resets resets,
            SecretHashing hashing,
            HoldingSignIns holding,
            Links links,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        return new ChangingPassword(
                users, resets, hashing, holding, links, trail, transactions, clock, UUID::randomUUID);
    }

    @Bean
    CoveringAbsence coveringAbsence(
            Covers covers, UserAccounts users, Accounts accounts, Trail trail, Transactions transactions, Clock clock) {
        return new CoveringAbsence(covers, users, accounts, trail, transactions, clock, UUID::randomUUID);
    }

    @Bean
    AdministeringAccounts administeringAccounts(
            UserAccounts users, Accounts accounts, Covers covers, Trail trail, Transactions transactions, Clock clock) {
        return new AdministeringAccounts(
                users, accounts, new HandingOverCovers(covers, clock), trail, transactions, clock);
    }

    @Bean
    SigningInByProvider signingInByProvider(
            ProviderIdentities identities,
            UserAccounts users,
            Accounts accounts,
            AcceptingInvitation accepting,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        return new SigningInByProvider(identities, users, accounts, accepting, trail, transactions, clock);
    }
}
