package dev.biglittle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.biglittle.problem.Problem;

/** The arrows between the packages. */
@AnalyzeClasses(packages = "dev.biglittle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule layers = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("problem").definedBy("..biglittle.problem..")
            .layer("folder").definedBy("..biglittle.folder..")
            .layer("signal").definedBy("..biglittle.signal..")
            .layer("decode").definedBy("..biglittle.decode..")
            .layer("onnx").definedBy("..biglittle.onnx..")
            .layer("text").definedBy("..biglittle.text..")
            .layer("pair").definedBy("..biglittle.pair..")
            .layer("translate").definedBy("..biglittle.translate..")
            .layer("json").definedBy("..biglittle.json..")
            .layer("recording").definedBy("..biglittle.recording..")
            .layer("evaluate").definedBy("..biglittle.evaluate..")
            .layer("bench").definedBy("..biglittle.bench..")
            .layer("doctor").definedBy("..biglittle.doctor..")
            .layer("cli").definedBy("..biglittle.cli..")
            .layer("app").definedBy("..biglittle.app..")
            .whereLayer("problem").mayNotAccessAnyLayer()
            .whereLayer("folder").mayNotAccessAnyLayer()
            .whereLayer("signal").mayNotAccessAnyLayer()
            .whereLayer("decode").mayOnlyAccessLayers("problem")
            .whereLayer("onnx").mayOnlyAccessLayers("problem", "folder", "decode")
            .whereLayer("text").mayOnlyAccessLayers("problem")
            .whereLayer("pair").mayOnlyAccessLayers("problem", "onnx", "text")
            .whereLayer("translate").mayOnlyAccessLayers("problem", "decode", "text", "pair", "onnx")
            .whereLayer("recording").mayOnlyAccessLayers("problem", "folder", "json", "decode", "text", "translate")
            .whereLayer("json").mayOnlyAccessLayers("problem")
            .whereLayer("evaluate").mayOnlyAccessLayers("problem", "folder", "json", "decode", "pair", "translate")
            .whereLayer("bench").mayOnlyAccessLayers("problem", "decode", "onnx", "text", "pair", "translate")
            .whereLayer("doctor").mayOnlyAccessLayers("problem", "onnx", "pair")
            .whereLayer("app").mayNotBeAccessedByAnyLayer()
            .ignoreDependency(dev.biglittle.cli.CommandLineInterface.class, dev.biglittle.app.BigLittleApp.class)
            .because("the engine must be usable without ONNX, and everything without a window");

    @ArchTest
    static final ArchRule engineIsPlainJava = noClasses().that().resideInAnyPackage("..decode..", "..problem..")
            .should().dependOnClassesThat().resideInAnyPackage("ai.onnxruntime..", "javafx..", "ai.djl..", "com.sun.jna..")
            .because("Algorithm 1 must be readable and testable on its own");

    @ArchTest
    static final ArchRule engineSpeaksEveryLanguage = noClasses().that().resideOutsideOfPackages("..app..", "..cli..",
                    "..problem..")
            .should().callConstructor(Problem.class, String.class)
            .orShould().callConstructor(Problem.class, String.class, Throwable.class)
            .because("what the engine says is shown in the window, too: say Problem.of(key, values)");

    @ArchTest
    static final ArchRule onnxRuntimeStaysInItsPackage = noClasses().that().resideOutsideOfPackage("..onnx..")
            .should().dependOnClassesThat().resideInAPackage("ai.onnxruntime..")
            .because("native memory has one owner");

    @ArchTest
    static final ArchRule tokenizerStaysInItsPackage = noClasses().that().resideOutsideOfPackage("..text..")
            .should().dependOnClassesThat().resideInAPackage("ai.djl..")
            .because("another tokenizer library must fit behind it");

    @ArchTest
    static final ArchRule windowStaysInItsPackage = noClasses().that().resideOutsideOfPackage("..app..")
            .should().dependOnClassesThat().resideInAPackage("javafx..")
            .because("the command line must start where there is no display");
}
