package dev.talentpipeline.internship.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provinces of China by their names, as ISO 3166-2 codes. Codes of any country are taken as they are. */
final class Regions {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern KIND = Pattern.compile("(壮族|回族|维吾尔)?(自治区|特别行政区)$|[省市]$");

    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        String[] provinces = {
            "AH 安徽 Anhui", "BJ 北京 Beijing", "CQ 重庆 Chongqing", "FJ 福建 Fujian", "GD 广东 Guangdong", "GS 甘肃 Gansu",
            "GX 广西 Guangxi", "GZ 贵州 Guizhou", "HA 河南 Henan", "HB 湖北 Hubei", "HE 河北 Hebei", "HI 海南 Hainan",
            "HK 香港 Hongkong", "HL 黑龙江 Heilongjiang", "HN 湖南 Hunan", "JL 吉林 Jilin", "JS 江苏 Jiangsu", "JX 江西 Jiangxi",
            "LN 辽宁 Liaoning", "MO 澳门 Macao", "NM 内蒙古 Neimenggu", "NX 宁夏 Ningxia", "QH 青海 Qinghai", "SC 四川 Sichuan",
            "SD 山东 Shandong", "SH 上海 Shanghai", "SN 陕西 Shaanxi", "SX 山西 Shanxi", "TJ 天津 Tianjin", "TW 台湾 Taiwan",
            "XJ 新疆 Xinjiang", "XZ 西藏 Xizang", "YN 云南 Yunnan", "ZJ 浙江 Zhejiang"
        };
        for (String province : provinces) {
            String[] parts = province.split(" ", -1);
            BY_NAME.put(parts[1], "CN-" + parts[0]);
            BY_NAME.put(parts[2].toLowerCase(Locale.ROOT), "CN-" + parts[0]);
        }
        BY_NAME.put("innermongolia", "CN-NM");
        BY_NAME.put("tibet", "CN-XZ");
    }

    private Regions() {}

    /** The code of the region that the text names; null: none is known. */
    static @Nullable String code(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (CODE.matcher(upper).matches()) {
            return upper;
        }
        String name =
                KIND.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT).replace(" ", "");
        return BY_NAME.get(name);
    }
}
