package dev.talentpipeline.internship.programme.web;

import dev.talentpipeline.internship.programme.Quotas;
import dev.talentpipeline.internship.refusal.Violations;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Quotas as they are sent. */
record QuotasBody(
        @Nullable Map<String, @Nullable Integer> companies,
        @Nullable Map<String, @Nullable Integer> universities,
        @Nullable Integer eachCompany,
        @Nullable Integer eachUniversity) {

    private static final int MOST = 1_000_000;
    private static final int MOST_MEMBERS = 2_000;

    static Quotas read(Violations violations, @Nullable QuotasBody body) {
        if (body == null) {
            return Quotas.NONE;
        }
        return new Quotas(
                byMember(violations, "quotas.companies", body.companies),
                byMember(violations, "quotas.universities", body.universities),
                each(violations, "quotas.eachCompany", body.eachCompany),
                each(violations, "quotas.eachUniversity", body.eachUniversity));
    }

    private static Map<String, Integer> byMember(
            Violations violations, String field, @Nullable Map<String, @Nullable Integer> quotas) {
        Map<String, Integer> read = new TreeMap<>();
        if (quotas == null) {
            return read;
        }
        if (quotas.size() > MOST_MEMBERS) {
            violations.add(field, quotas.size(), "Name at most %d members.".formatted(MOST_MEMBERS));
            return read;
        }
        quotas.forEach(
                (member, quota) -> read.put(member, violations.within(field + "." + member, quota, 0, MOST, null)));
        return read;
    }

    private static @Nullable Integer each(Violations violations, String field, @Nullable Integer quota) {
        return quota == null ? null : violations.within(field, quota, 0, MOST, null);
    }
}
