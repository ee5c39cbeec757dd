package dev.talentpipeline.console.identity.provider;

/**
 * Somebody as an identity provider knows them. The subject is theirs for good; an address or a name may pass on to somebody
 * else and proves nothing.
 */
public record ProviderIdentity(String issuer, String subject) {}
