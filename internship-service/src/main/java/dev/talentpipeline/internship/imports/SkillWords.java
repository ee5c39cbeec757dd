package dev.talentpipeline.internship.imports;

import dev.talentpipeline.kit.cell.Cells;
import dev.talentpipeline.kit.cell.Items;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words with which people say how well they can something, in both languages, as levels. */
public final class SkillWords {

    private static final Map<String, Integer> ZH = levels(
            5, "精通 专家 大师",
            4, "熟练掌握 熟练使用 熟练运用 熟练 高级",
            3, "熟悉 掌握 中级",
            2, "了解 初级 基础 入门");

    private static final Map<String, Integer> EN = levels(
            5, "expertise expert mastery master",
            4, "proficiency proficient advanced fluent",
            3, "familiarity familiar intermediate competent",
            2, "basics basic beginner elementary novice");

    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(%1$s|(?:%2$s)(?![a-z]))\\s*(?:使用|运用|(?:knowledge|understanding|skills?)\\b)?\\s*(?:(?:in|with|of|at)\\b)?\\s*:?\\s*(.+)"
                    .formatted(String.join("|", ZH.keySet()), String.join("|", EN.keySet())));

    /** English words stand behind a sign, since they may belong to a name, as in Visual Basic. */
    private static final Pattern AFTER =
            Pattern.compile("(?i)(.+?)\\s*(?:[:(-]\\s*(%1$s|%2$s)|(%1$s))(?:水平|程度)?\\s*\\)?"
                    .formatted(String.join("|", ZH.keySet()), String.join("|", EN.keySet())));

    private SkillWords() {}

    /**
     * What somebody says about a skill.
     *
     * @param name of the skill, without the words about it
     * @param before whether they stand before it
     */
    record Said(String name, int level, boolean before) {}

    private static Map<String, Integer> levels(Object... groups) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (int i = 0; i < groups.length; i += 2) {
            for (String word : groups[i + 1].toString().split(" ", -1)) {
                levels.put(word, (Integer) groups[i]);
            }
        }
        return levels;
    }

    /** The level that a word by itself says; null if it says none. */
    public static @Nullable Integer level(String word) {
        String plain = Cells.strip(Cells.plain(word)).toLowerCase(Locale.ROOT);
        return ZH.containsKey(plain) ? ZH.get(plain) : EN.get(plain);
    }

    /** The skill and the level that a phrase says; null if it says no level. */
    static @Nullable Said read(String phrase) {
        if (Items.isTooLong(phrase)) {
            return null;
        }
        String plain = Cells.collapsed(Cells.plain(phrase));
        Matcher before = BEFORE.matcher(plain);
        if (before.matches()) {
            return said(before.group(2), before.group(1), true);
        }
        Matcher after = AFTER.matcher(plain);
        return after.matches()
                ? said(after.group(1), after.group(2) == null ? after.group(3) : after.group(2), false)
                : null;
    }

    private static @Nullable Said said(String name, String word, boolean before) {
        Integer level = level(word);
        return level == null ? null : new Said(Cells.strip(name), level, before);
    }
}
