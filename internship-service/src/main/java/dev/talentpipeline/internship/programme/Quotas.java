package dev.talentpipeline.internship.programme;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much each member may have in the programme: a company seats, a university students. What is in the market is matched without regard
 * to quotas, so that a matching stays stable; they bound what may be entered.
 *
 * @param companies seats that a company may post, by company
 * @param universities students that a university may enter, by university
 * @param eachCompany seats for each company that is not named; null: no bound
 * @param eachUniversity students for each university that is not named; null: no bound
 */
public record Quotas(
        Map<String, Integer> companies,
        Map<String, Integer> universities,
        @Nullable Integer eachCompany,
        @Nullable Integer eachUniversity) {

    public static final Quotas NONE = new Quotas(Map.of(), Map.of(), null, null);

    public Quotas {
        companies = Collections.unmodifiableMap(new TreeMap<>(companies));
        universities = Collections.unmodifiableMap(new TreeMap<>(universities));
    }

    /** What the member may have; empty: as much as it likes. */
    public OptionalInt of(MarketSide side, String member) {
        Integer quota = switch (side) {
            case COMPANY -> companies.getOrDefault(member, eachCompany);
            case UNIVERSITY -> universities.getOrDefault(member, eachUniversity);
        };
        return quota == null ? OptionalInt.empty() : OptionalInt.of(quota);
    }
}
