package dev.talentpipeline.kit.exports;

/** In which language the columns of a table are named. */
public enum ExportLanguage {
    ZH,
    EN
}
