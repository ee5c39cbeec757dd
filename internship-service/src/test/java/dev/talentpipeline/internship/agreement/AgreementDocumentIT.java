package dev.talentpipeline.internship.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Agreements on paper, read back by another library than the one that prints them. */
@RunningService
class AgreementDocumentIT {

    @Autowired
    Placing placing;

    @Test
    void anAgreementIsPrintedInChineseAndEnglish() throws IOException {
        placing.university()
                .put(
                        "/organisations/" + Market.UNIVERSITY,
                        Map.of(
                                "kind", "UNIVERSITY",
                                "nameZh", "水木大学",
                                "nameEn", "Shuimu University",
                                "contactEmail", "desk@university.example.org"));
        Placed placed = placing.drafted(placing.confirmed());
        placing.sign(placing.company(), placed);
        String number = placing.university().get(placed.agreement()).text("number");

        Api.Document printed = placing.student(placed).document(placed.agreement() + ".pdf");

        assertThat(printed.status()).isEqualTo(200);
        assertThat(printed.contentType()).isEqualTo("application/pdf");
        String today = DateTimeFormatter.ofPattern("yyyy年M月d日").format(Placing.today());
        assertThat(page(printed, 1))
                .contains(
                        "实习协议",
                        number,
                        "甲方（实习单位）：公司 acme-ai",
                        "乙方（学校）：水木大学",
                        "丙方（学生）：王小明",
                        "甲方指派陈导师为企业导师",
                        "安心保险",
                        "保险费由甲方承担",
                        today)
                .doesNotContain("Internship agreement");
        assertThat(page(printed, 2))
                .contains(
                        "Internship agreement",
                        number,
                        "Party A (company): Company acme-ai (公司 acme-ai)",
                        "Shuimu University (水木大学)",
                        "Party C (student): 王小明",
                        "陈导师 as mentor")
                .contains(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .format(Placing.today()))
                .doesNotContain("实习协议");
    }

    @Test
    void oneLanguageIsPrintedOnRequestAndAnUnknownOneRefused() throws IOException {
        Placed placed = placing.drafted(placing.confirmed());

        Api.Document english = placing.company().document(placed.agreement() + ".pdf?language=en");

        assertThat(page(english, 1).replaceAll("\\s+", " ")).contains("the internship is not counted as employment");
        assertThat(pages(english)).isEqualTo(1);
        assertThat(placing.company()
                        .document(placed.agreement() + ".pdf?language=fr")
                        .status())
                .isEqualTo(400);
    }

    private static String page(Api.Document printed, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed.bytes())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setStartPage(page);
            reader.setEndPage(page);
            return reader.getText(document);
        }
    }

    private static int pages(Api.Document printed) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed.bytes())) {
            return document.getNumberOfPages();
        }
    }
}
