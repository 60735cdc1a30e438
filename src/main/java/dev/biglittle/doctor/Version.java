package dev.biglittle.doctor;

/** The version that the build wrote into the jar. */
public final class Version {
    private Version() {
    }

    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version != null ? version : "(not packaged)";
    }
}
