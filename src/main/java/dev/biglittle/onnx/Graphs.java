package dev.biglittle.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.Map;

/** Loading graphs, and saying in a sentence what is wrong with them. */
final class Graphs {
    private Graphs() {
    }

    /**
     * Loads a graph and checks that its inputs and outputs are those of the pair format.
     *
     * @param inputs  wanted inputs, no others, with their number of dimensions
     * @param outputs wanted outputs, among others, with their number of dimensions
     */
    static OrtSession open(OnnxEnvironment environment, Path file, ProviderStatus provider, int threads,
                           Map<String, Integer> inputs, Map<String, Integer> outputs) {
        OrtSession session;
        try (OrtSession.SessionOptions options = environment.sessionOptions(provider, threads)) {
            session = environment.ort().createSession(file.toString(), options);
        } catch (OrtException e) {
            throw Problem.of(provider.cuda() ? "graph.notLoadedOnCard" : "graph.notLoaded", file, e.getMessage()).because(e);
        }
        try {
            checkNodes(file, Explanation.of("graph.input"), session.getInputInfo(), inputs, true);
            checkNodes(file, Explanation.of("graph.output"), session.getOutputInfo(), outputs, false);
            return session;
        } catch (OrtException e) {
            throw closedAfter(Problem.of("graph.notInspected", file, e.getMessage()).because(e), session);
        } catch (Problem e) {
            throw closedAfter(e, session);
        }
    }

    private static void checkNodes(Path file, Explanation kind, Map<String, NodeInfo> found,
                                   Map<String, Integer> wanted, boolean exactly) {
        for (Map.Entry<String, Integer> want : wanted.entrySet()) {
            NodeInfo node = found.get(want.getKey());
            if (node == null || !(node.getInfo() instanceof TensorInfo tensor)
                    || tensor.getShape().length != want.getValue()) {
                throw Problem.of("graph.lacks", file, kind, want.getKey(), want.getValue());
            }
        }
        if (exactly) {
            found.keySet().stream().filter(name -> !wanted.containsKey(name)).findFirst().ifPresent(name -> {
                throw Problem.of("graph.wants", file, kind, name);
            });
        }
    }

    static Problem closedAfter(Problem failure, OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    static Problem runFailed(String part, OrtException e) {
        return Problem.of("model.failed", part, e.getMessage()).because(e);
    }

    static Problem closeFailed(OrtException e) {
        return Problem.of("model.notClosed", e.getMessage()).because(e);
    }

    static long[] toLongs(int[] ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return longs;
    }
}
