package dev.biglittle.app;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that are dropped, as the desktop delivers them: JavaFX has no robot for that. */
final class Drop {
    private Drop() {
    }

    /**
     * Drags files over a node and drops them there.
     *
     * @return whether the node took them
     */
    static boolean files(Node node, Path... paths) {
        List<File> files = Stream.of(paths).map(Path::toFile).toList();
        TKClipboard desktop = (TKClipboard) Proxy.newProxyInstance(Drop.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class}, (proxy, method, values) -> switch (method.getName()) {
                    case "hasContent" -> values[0] == DataFormat.FILES;
                    case "getContent" -> values[0] == DataFormat.FILES ? files : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "setSecurityContext" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Dragboard board = DragboardHelper.createDragboard(desktop);
        DragEvent over = event(node, DragEvent.DRAG_OVER, board);
        node.fireEvent(over);
        DragEvent dropped = event(node, DragEvent.DRAG_DROPPED, board);
        node.fireEvent(dropped);
        return over.isAccepted() && dropped.isDropCompleted();
    }

    private static DragEvent event(Node node, EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(node, node, type, board, 0, 0, 0, 0, TransferMode.COPY, null, node, null);
    }
}
