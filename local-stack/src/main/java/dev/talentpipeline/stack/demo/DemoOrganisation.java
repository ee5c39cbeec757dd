package dev.talentpipeline.stack.demo;

import org.jspecify.annotations.Nullable;

/**
 * A fictional university or company of the demo programme.
 *
 * @param id kebab-case id, the {@code org} of the organisation's accounts and of its tokens
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param role what its accounts may do
 * @param creditCode a company's unified social credit code: sound by its check character, and of no administrative division, so that it is
 *     nobody's; null for a university
 */
public record DemoOrganisation(
        String id,
        String nameEn,
        String nameZh,
        Role role,
        @Nullable String creditCode) {

    /** The side of the market on which an organisation stands; the names are those of the roles in tokens. */
    public enum Role {
        UNIVERSITY,
        COMPANY
    }
}
