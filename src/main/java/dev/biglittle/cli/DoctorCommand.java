package dev.biglittle.cli;

import dev.biglittle.doctor.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code biglittle doctor}. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Says what runs here, and if CUDA does not, exactly why.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private RuntimeOptions options;

    @Override
    public Integer call() {
        // to be ended while ONNX Runtime makes a session would crash the process
        try (Interrupt interrupt = Interrupt.install()) {
            boolean well = Doctor.examine(options.pairFolder(), options.settings(),
                    finding -> System.out.println(finding.line()));
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED
                    : well ? CommandLine.ExitCode.OK : CommandLineInterface.FAILURE;
        }
    }
}
