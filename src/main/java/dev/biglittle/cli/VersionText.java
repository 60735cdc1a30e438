package dev.biglittle.cli;

import dev.biglittle.doctor.Version;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"BigLittle " + Version.text()};
    }
}
