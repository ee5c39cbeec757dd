package dev.talentpipeline.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** In which language and on what kind of screen somebody looks at the pages. */
enum Look {
    CHINESE_AT_A_DESK("zh", "zh-CN", 1440, 900),
    ENGLISH_ON_A_PHONE("en", "en-GB", 390, 844),
    ENGLISH_AT_A_DESK("en", "en-GB", 1440, 900),
    CHINESE_ON_A_PHONE("zh", "zh-CN", 390, 844);

    private static final int WIDEST_PHONE = 500;

    private final String language;
    private final String locale;
    private final int width;
    private final int height;

    Look(String language, String locale, int width, int height) {
        this.language = language;
        this.locale = locale;
        this.width = width;
        this.height = height;
    }

    String language() {
        return language;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isPhone() {
        return width < WIDEST_PHONE;
    }

    /** Of those that the guides show: once in each language and on each kind of screen. */
    boolean isPictured() {
        return this == CHINESE_AT_A_DESK || this == ENGLISH_ON_A_PHONE;
    }

    /** The same language on the other kind of screen. */
    Look onTheOtherScreen() {
        return switch (this) {
            case CHINESE_AT_A_DESK -> CHINESE_ON_A_PHONE;
            case CHINESE_ON_A_PHONE -> CHINESE_AT_A_DESK;
            case ENGLISH_AT_A_DESK -> ENGLISH_ON_A_PHONE;
            case ENGLISH_ON_A_PHONE -> ENGLISH_AT_A_DESK;
        };
    }

    /** What the console is asked for in this language; the other one where the switch is to be used. */
    Look inTheOtherLanguage() {
        return switch (this) {
            case CHINESE_AT_A_DESK -> ENGLISH_AT_A_DESK;
            case ENGLISH_AT_A_DESK -> CHINESE_AT_A_DESK;
            case CHINESE_ON_A_PHONE -> ENGLISH_ON_A_PHONE;
            case ENGLISH_ON_A_PHONE -> CHINESE_ON_A_PHONE;
        };
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(isPhone())
                .setHasTouch(isPhone())
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
