package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Catalogue;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.internship.PostingInternship;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reconciliation.Retelling;
import dev.talentpipeline.internship.roll.KeepingRoll;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.student.PostingStudents;
import dev.talentpipeline.internship.student.PreferredInternships;
import dev.talentpipeline.internship.transaction.AfterCommit;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.problem.BodyAllowance;
import dev.talentpipeline.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportsConfiguration.ImportProperties.class)
class ImportsConfiguration {

    /** After so long without a sign of life a reading or a commit is given up. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** As many work at a time; others that have a place wait for them. */
    private static final int WORKERS = 2;

    /**
     * Bounds of imports.
     *
     * @param largestFile in bytes
     * @param mostRows in one file
     * @param mostAtOnce files that one instance receives, reads and commits at a time
     * @param mostWaiting imports of one organisation that wait to be committed
     * @param kept how long an import that nobody commits is kept
     * @param directory where files are while they are read; missing: below the system's one for temporary files
     */
    @ConfigurationProperties("talentpipeline.imports")
    record ImportProperties(
            @DefaultValue("64MB") DataSize largestFile,
            @DefaultValue("200000") int mostRows,
            @DefaultValue("4") int mostAtOnce,
            @DefaultValue("20") int mostWaiting,
            @DefaultValue("PT1H") Duration kept,
            @Nullable Path directory) {

        ImportSettings settings() {
            return new ImportSettings(mostRows, mostAtOnce, mostWaiting, kept, SILENCE);
        }
    }

    /** Files of rows are larger than whatever else is sent. */
    @Bean
    BodyAllowance importFiles(ImportProperties properties) {
        return new BodyAllowance("/api/v1/programmes/*/imports", properties.largestFile());
    }

    @Bean
    Uploads uploads(ImportProperties properties) {
        Path directory = properties.directory();
        return new Uploads(
                directory == null
                        ? Path.of(System.getProperty("java.io.tmpdir"), "talent-pipeline-imports")
                        : directory);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService importWorkers() {
        return Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("imports-", 0).factory());
    }

    @Bean
    Workbench workbench(ExecutorService importWorkers, ImportProperties properties) {
        return new Workbench(importWorkers, properties.mostAtOnce());
    }

    @Bean
    Kinds importKinds(
            PostingStudents students,
            KeepingRoll roll,
            KnownSchools schools,
            PreferredInternships internships,
            PostingInternship openings) {
        return new Kinds(
                List.of(new ImportedStudents(students, roll, schools, internships), new ImportedOpenings(openings)));
    }

    @Bean
    KeepingVocabularies keepingVocabularies(
            Kinds kinds,
            Vocabularies vocabularies,
            CatalogueReferences catalogue,
            Transactions transactions,
            Clock clock) {
        return new KeepingVocabularies(kinds, vocabularies, catalogue, transactions, clock);
    }

    @Bean
    Template.Writing importTemplates(Kinds kinds, List<Template.Writer> writers) {
        return new Template.Writing(kinds, writers);
    }

    @Bean
    FindingImport findingImport(ReadingProgrammes programmes, Imports imports, Clock clock) {
        return new FindingImport(programmes, imports, clock);
    }

    @Bean
    ImportChanges importChanges(Imports imports, ImportEvents events, Clock clock) {
        return new ImportChanges(imports, events, clock);
    }

    @Bean
    Retelling retellingImport(Imports imports, ImportChanges changes) {
        return new RetellingImport(Topics.IMPORTS.name(), imports, changes);
    }

    @Bean
    ReceivingImport receivingImport(
            ReadingProgrammes programmes,
            Kinds kinds,
            FindingImport finding,
            Imports imports,
            ImportChanges changes,
            KeptFiles files,
            Vocabularies vocabularies,
            Catalogue catalogue,
            CatalogueReferences references,
            List<Table.Opener> openers,
            Uploads uploads,
            Workbench workbench,
            ImportProperties properties,
            Transactions transactions,
            AfterCommit afterCommit,
            Clock clock) {
        ReadingUpload reading = new ReadingUpload(
                kinds,
                imports,
                changes,
                files,
                vocabularies,
                catalogue,
                openers,
                properties.settings(),
                transactions,
                clock);
        return new ReceivingImport(
                programmes,
                kinds,
                finding,
                imports,
                changes,
                files,
                vocabularies,
                references,
                uploads,
                reading,
                workbench,
                properties.settings(),
                transactions,
                afterCommit,
                clock,
                UUID::randomUUID);
    }

    @Bean
    CommittingImport committingImport(
            ReadingProgrammes programmes,
            FindingImport finding,
            Kinds kinds,
            Imports imports,
            ImportChanges changes,
            Workbench workbench,
            Transactions transactions,
            AfterCommit afterCommit,
            Clock clock) {
        return new CommittingImport(
                programmes,
                finding,
                kinds,
                imports,
                changes,
                workbench,
                transactions,
                afterCommit,
                clock,
                UUID::randomUUID);
    }

    @Bean
    KeepingImports keepingImports(
            Imports imports,
            ImportChanges changes,
            Uploads uploads,
            ImportProperties properties,
            Transactions transactions,
            Clock clock) {
        return new KeepingImports(imports, changes, uploads, properties.settings(), transactions, clock);
    }

    /** Sweeps every second. While the database cannot be reached nothing is swept; the next sweep takes up what is due. */
    @Component
    static final class ImportSweeper {

        private static final Logger LOG = LoggerFactory.getLogger(ImportSweeper.class);

        private final KeepingImports keeping;

        ImportSweeper(KeepingImports keeping) {
            this.keeping = keeping;
        }

        @Scheduled(fixedDelayString = "${talentpipeline.sweep-interval:PT1S}")
        void sweep() {
            try {
                keeping.sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Imports that expired wait for the next sweep: {}", e.getMessage());
            }
        }
    }
}
