package dev.biglittle.cli;

import dev.biglittle.onnx.ProviderChoice;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "auto", "cpu", "cuda". */
final class ProviderConverter implements ITypeConverter<ProviderChoice> {
    @Override
    public ProviderChoice convert(String label) {
        return Arrays.stream(ProviderChoice.values()).filter(p -> p.label().equals(label)).findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no provider '" + label + "'; use auto, cpu or cuda."));
    }
}
