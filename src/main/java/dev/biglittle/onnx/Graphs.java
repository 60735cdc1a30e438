package dev.biglittle.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
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
            throw new Problem("The graph " + file + " cannot be loaded" + (provider.cuda() ? " onto the graphics card: " : ": ")
                    + e.getMessage() + "." + (provider.cuda() ? "" : " Close other programs if memory is"
                    + " short; otherwise get a fresh copy of the pair, or export it again."), e);
        }
        try {
            checkNodes(file, "input", session.getInputInfo(), inputs, true);
            checkNodes(file, "output", session.getOutputInfo(), outputs, false);
            return session;
        } catch (OrtException e) {
            throw closedAfter(new Problem("The graph " + file + " cannot be inspected: " + e.getMessage() + ".", e),
                    session);
        } catch (Problem e) {
            throw closedAfter(e, session);
        }
    }

    private static void checkNodes(Path file, String kind, Map<String, NodeInfo> found, Map<String, Integer> wanted,
                                   boolean exactly) {
        for (Map.Entry<String, Integer> want : wanted.entrySet()) {
            NodeInfo node = found.get(want.getKey());
            if (node == null || !(node.getInfo() instanceof TensorInfo tensor)
                    || tensor.getShape().length != want.getValue()) {
                throw new Problem("The graph " + file + " has no " + kind + " '" + want.getKey() + "' with "
                        + want.getValue() + " dimensions, so it is not a graph of this pair format;"
                        + " export the pair again.");
            }
        }
        if (exactly) {
            found.keySet().stream().filter(name -> !wanted.containsKey(name)).findFirst().ifPresent(name -> {
                throw new Problem("The graph " + file + " wants an " + kind + " '" + name
                        + "' that this pair format does not have; export the pair again.");
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
        return new Problem("The " + part + " failed on this text: " + e.getMessage()
                + ". Close other programs if memory is short; otherwise check the pair with 'biglittle pairs verify'.",
                e);
    }

    static Problem closeFailed(OrtException e) {
        return new Problem("A model could not be closed: " + e.getMessage() + ".", e);
    }

    static long[] toLongs(int[] ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return longs;
    }
}
