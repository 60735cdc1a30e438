package dev.biglittle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.app.timeline.Timeline;
import dev.biglittle.app.translate.EventPlayer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

@AnalyzeClasses(packages = "dev.biglittle.app", importOptions = ImportOption.DoNotIncludeTests.class)
class WindowArchitectureTest {
    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .or().belongToAnyOf(TranslationText.class, SentenceModel.class, EventPlayer.class, Timeline.class)
            .should().dependOnClassesThat().resideInAPackage("javafx.scene..")
            .because("they are tested without a window, and could serve another one");

    @ArchTest
    static final ArchRule oneClassKnowsTheJavaFxThread = noClasses().that().doNotBelongToAnyOf(FxThread.class)
            .should().dependOnClassesThat().belongToAnyOf(Platform.class, AnimationTimer.class)
            .because("threads that are handled in many places are handled wrongly in one of them");

    @ArchTest
    static final ArchRule theScreenKnowsNoModels = noClasses().that().resideInAnyPackage("..app.translate..", "..app.marked..", "..app.timeline..", "..app.race..",
                    "..app.tradeoff..", "..app.example..", "..app.share..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.biglittle.onnx..", "ai.onnxruntime..", "ai.djl..")
            .because("whatever touches a model may block");

    @ArchTest
    static final ArchRule oneClassOpensPairs = noClasses().that().resideInAPackage("dev.biglittle.app..")
            .and().doNotBelongToAnyOf(PairEngine.class)
            .should().dependOnClassesThat().haveFullyQualifiedName("dev.biglittle.pair.LoadedPair")
            .because("a pair has one owner, which closes it after its last use");
}
