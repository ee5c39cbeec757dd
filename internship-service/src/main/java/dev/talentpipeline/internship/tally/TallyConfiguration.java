package dev.talentpipeline.internship.tally;

import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.Reasons;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TallyConfiguration {

    @Bean
    CountingReasons countingReasons(ReadingProgrammes programmes, Reasons reasons, List<Tallies> tallies) {
        return new CountingReasons(programmes, reasons, tallies);
    }
}
