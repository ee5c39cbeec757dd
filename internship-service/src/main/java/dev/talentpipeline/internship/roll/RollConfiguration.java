package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.student.FollowingRoll;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RollConfiguration {

    @Bean
    FindingRollEntry findingRollEntry(RollEntries entries, ReadingProgrammes programmes) {
        return new FindingRollEntry(entries, programmes);
    }

    @Bean
    CountingRoll countingRoll(ReadingProgrammes programmes, RollStandings standings) {
        return new CountingRoll(programmes, standings);
    }

    @Bean
    KeepingRoll keepingRoll(
            FindingRollEntry finding,
            RollEntries entries,
            People people,
            KnownSchools schools,
            FollowingRoll following,
            Transactions transactions,
            Clock clock) {
        return new KeepingRoll(finding, entries, people, schools, following, transactions, clock, UUID::randomUUID);
    }

    @Bean
    RemovingRollEntry removingRollEntry(
            FindingRollEntry finding,
            RollEntries entries,
            RollPapers papers,
            People people,
            Students students,
            AuditTrail trail,
            Transactions transactions) {
        return new RemovingRollEntry(finding, entries, papers, people, students, trail, transactions);
    }

    @Bean
    GivingClaimLinks givingClaimLinks(
            FindingRollEntry finding,
            RollEntries entries,
            ClaimLinks links,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new GivingClaimLinks(finding, entries, links, trail, transactions, clock, secrets(new SecureRandom()));
    }

    @Bean
    RemindingUnclaimed remindingUnclaimed(
            ClaimReminders reminders, AuditTrail trail, Transactions transactions, Clock clock) {
        return new RemindingUnclaimed(reminders, trail, transactions, clock);
    }

    @Bean
    ComingInByMail comingInByMail(
            RollEntries entries,
            AccessLinks links,
            People people,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new ComingInByMail(entries, links, people, trail, transactions, clock, secrets(new SecureRandom()));
    }

    @Bean
    RenewingLinks renewingLinks(
            RollEntries entries,
            ClaimLinks links,
            AccessLinks accessLinks,
            ClaimReminders reminders,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new RenewingLinks(entries, links, accessLinks, reminders, trail, transactions, clock);
    }

    @Bean
    SendingReminders sendingReminders(
            ClaimReminders reminders,
            GivingClaimLinks giving,
            ComingInByMail access,
            RollEntries entries,
            People people,
            Organisations organisations,
            ReminderPost post,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new SendingReminders(
                reminders, giving, access, entries, people, organisations, post, trail, transactions, clock);
    }

    /** 256 bits, which nobody guesses, in the letters that a link may have. */
    private static Supplier<String> secrets(SecureRandom random) {
        return () -> {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        };
    }

    @Bean
    LookingAtClaimLink lookingAtClaimLink(
            RollEntries entries, ClaimLinks links, Organisations organisations, Clock clock) {
        return new LookingAtClaimLink(entries, links, organisations, clock);
    }

    @Bean
    ClaimingRollEntry claimingRollEntry(
            RollEntries entries,
            ClaimLinks links,
            People people,
            ContactEvents contacts,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new ClaimingRollEntry(entries, links, people, contacts, trail, transactions, clock);
    }
}
