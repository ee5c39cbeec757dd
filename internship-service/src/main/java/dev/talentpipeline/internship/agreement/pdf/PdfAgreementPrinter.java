package dev.talentpipeline.internship.agreement.pdf;

import dev.talentpipeline.internship.agreement.AgreementPrinter;
import dev.talentpipeline.internship.agreement.AgreementSheet;
import dev.talentpipeline.internship.agreement.Signature;
import dev.talentpipeline.internship.offer.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/**
 * Agreements as PDF on A4, a language a page or more. Fonts are not embedded: Latin letters are in one of the fonts that every viewer has,
 * Chinese characters in the song face that the viewer has, named by PDF's own collection for simplified Chinese.
 */
@Component
final class PdfAgreementPrinter implements AgreementPrinter {

    private static final float MARGIN = 64;
    private static final float TITLE = 20;
    private static final float HEADING = 12.5f;
    private static final float BODY = 11;
    private static final float SMALL = 8;
    private static final float LINES = 1.6f;
    private static final float ROOM_TO_SIGN = 46;

    private final BaseFont latin;
    private final BaseFont chinese;

    PdfAgreementPrinter() {
        try {
            latin = BaseFont.createFont(BaseFont.TIMES_ROMAN, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
            chinese = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] print(AgreementSheet sheet, List<Language> languages) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, pdf);
            document.addCreator("Talent Pipeline");
            document.open();
            for (Language language : languages) {
                document.newPage();
                print(new AgreementText(sheet, language), sheet, document);
            }
        }
        return pdf.toByteArray();
    }

    private void print(AgreementText text, AgreementSheet sheet, Document document) {
        for (AgreementText.Paragraph paragraph : text.paragraphs()) {
            document.add(set(paragraph));
        }
        document.add(signatures(text, sheet.agreement().signatures()));
        sheet.agreement().signatures().stream().map(Signature::scanHash).forEach(hash -> {
            if (hash != null) {
                document.add(new Paragraph(phrase(text.scan(hash), SMALL)));
            }
        });
    }

    private Paragraph set(AgreementText.Paragraph paragraph) {
        float size = switch (paragraph.style()) {
            case TITLE -> TITLE;
            case HEADING -> HEADING;
            case BODY -> BODY;
        };
        Paragraph set = new Paragraph(phrase(paragraph.text(), size));
        set.setLeading(size * LINES);
        switch (paragraph.style()) {
            case TITLE -> {
                set.setAlignment(Element.ALIGN_CENTER);
                set.setSpacingAfter(BODY);
            }
            case HEADING -> set.setSpacingBefore(BODY / 2);
            case BODY -> set.setAlignment(Element.ALIGN_LEFT);
        }
        return set;
    }

    private PdfPTable signatures(AgreementText text, List<Signature> signatures) {
        PdfPTable table = new PdfPTable(new float[] {1, 2, 1.5f});
        table.setWidthPercentage(100);
        table.setSpacingBefore(BODY * 2);
        table.setSpacingAfter(BODY);
        table.setKeepTogether(true);
        List.of("party", "signature", "signedOn").forEach(word -> table.addCell(cell(text.word(word), 0)));
        for (Party party : List.of(Party.COMPANY, Party.UNIVERSITY, Party.STUDENT)) {
            table.addCell(cell(text.party(party), ROOM_TO_SIGN));
            table.addCell(cell("", ROOM_TO_SIGN));
            table.addCell(cell(
                    text.dateOrBlank(signatures.stream()
                            .filter(signature -> signature.party() == party)
                            .map(Signature::signedOn)
                            .findFirst()
                            .orElse(null)),
                    ROOM_TO_SIGN));
        }
        return table;
    }

    private PdfPCell cell(String text, float height) {
        PdfPCell cell = new PdfPCell(phrase(text, BODY));
        cell.setPadding(BODY / 2);
        cell.setMinimumHeight(height);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    /** The text, each character in the first font that has it. */
    private Phrase phrase(String text, float size) {
        FontSelector fonts = new FontSelector();
        fonts.addFont(new Font(latin, size));
        fonts.addFont(new Font(chinese, size));
        return text.isEmpty() ? new Phrase(new Chunk("")) : fonts.process(text);
    }
}
