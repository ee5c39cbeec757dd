package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.provider.SigningInByProvider.Organisation;
import dev.talentpipeline.console.identity.security.ProviderSettings;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The providers to choose from on a page: their labels by their names. */
final class Providers {

    private Providers() {}

    static Map<String, String> of(ProviderSettings settings, @Nullable Organisation organisation) {
        Map<String, String> labels = new TreeMap<>();
        settings.providers().forEach((name, provider) -> {
            if (provider.organisation().equals(organisation)) {
                labels.put(name, provider.label());
            }
        });
        return labels;
    }
}
