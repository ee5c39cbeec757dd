package dev.talentpipeline.schemas;

/** Where the registry's interfaces are below its base URL. */
final class Registry {

    private Registry() {}

    /** The interface that serializers and deployments speak. */
    static String nativeApi(String registryUrl) {
        return (registryUrl.endsWith("/") ? registryUrl.substring(0, registryUrl.length() - 1) : registryUrl)
                + "/apis/registry/v2";
    }
}
