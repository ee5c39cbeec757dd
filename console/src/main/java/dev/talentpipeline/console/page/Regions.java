package dev.talentpipeline.console.page;

import java.util.List;

/** The regions that forms offer, by ISO 3166-2; the word of each is `region.CODE`. */
public final class Regions {

    public static final List<String> ALL = List.of(
            "CN-BJ", "CN-TJ", "CN-HE", "CN-SX", "CN-NM", "CN-LN", "CN-JL", "CN-HL", "CN-SH", "CN-JS", "CN-ZJ", "CN-AH",
            "CN-FJ", "CN-JX", "CN-SD", "CN-HA", "CN-HB", "CN-HN", "CN-GD", "CN-GX", "CN-HI", "CN-CQ", "CN-SC", "CN-GZ",
            "CN-YN", "CN-XZ", "CN-SN", "CN-GS", "CN-QH", "CN-NX", "CN-XJ", "CN-HK", "CN-MO", "CN-TW");

    private Regions() {}
}
