package dev.talentpipeline.internship.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies that are right in every field, to be changed in one. */
public final class Bodies {

    private Bodies() {}

    public static Map<String, @Nullable Object> programme() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", "Autumn 2027");
        return body;
    }

    public static Map<String, @Nullable Object> student() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", "王小明");
        body.put("email", "wang@example.edu.cn");
        body.put("phone", "+86 10 1234 5678");
        body.put("language", "zh");
        body.put("degree", "MASTER");
        body.put("major", "Computer science");
        body.put("graduatesOn", "2028-06-30");
        body.put("skills", List.of(Map.of("id", "machine-learning", "level", 4)));
        body.put("occupations", List.of("ai-engineer"));
        body.put("researchTopics", List.of("图神经网络"));
        body.put("regions", List.of("CN-BJ"));
        body.put("remote", true);
        body.put("availableFrom", "2027-03-01");
        body.put("availableUntil", "2027-12-31");
        body.put("daysPerWeek", 4);
        body.put("minimumStipend", 3000);
        body.put("consent", true);
        return body;
    }

    public static Map<String, @Nullable Object> internship() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("title", "Machine learning intern");
        body.put("description", "Train models.");
        body.put("occupation", "ai-engineer");
        body.put("region", "CN-BJ");
        body.put("remote", false);
        body.put("startsOn", "2027-03-01");
        body.put("weeks", 26);
        body.put("daysPerWeek", 4);
        body.put("stipend", 5000);
        body.put("seats", 2);
        body.put("minimumDegree", "BACHELOR");
        body.put("requiredSkills", List.of(Map.of("id", "machine-learning", "level", 3)));
        body.put("preferredSkills", List.of("deep-learning"));
        return body;
    }

    public static Map<String, @Nullable Object> company(String org) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", "COMPANY");
        body.put("nameZh", "公司 " + org);
        body.put("nameEn", "Company " + org);
        body.put("creditCode", creditCode(org));
        body.put("contactEmail", "desk@" + org + ".example.com");
        return body;
    }

    public static Map<String, @Nullable Object> university(String org) {
        Map<String, @Nullable Object> body = company(org);
        body.put("kind", "UNIVERSITY");
        body.remove("creditCode");
        return body;
    }

    /** A credit code that is sound and belongs to the name alone: its bytes as a number, and the check character of GB 32100-2015. */
    public static String creditCode(String name) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder code = new StringBuilder("91000000");
        BigInteger hash = new BigInteger(1, name.getBytes(UTF_8))
                .mod(BigInteger.valueOf(31).pow(9));
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            BigInteger[] digit = hash.divideAndRemainder(BigInteger.valueOf(31));
            hash = digit[0];
            code.append(alphabet.charAt(digit[1].intValue()));
        }
        for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
        }
        return code.append(alphabet.charAt((31 - sum % 31) % 31)).toString();
    }

    /** The body with one field changed. */
    public static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> body, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
