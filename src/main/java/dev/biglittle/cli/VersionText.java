package dev.biglittle.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"BigLittle " + text()};
    }

    static String text() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return version != null ? version : "(not packaged)";
    }
}
