package dev.biglittle.app.marked;

/**
 * A place in the translation where a token stands.
 *
 * @param sentence sentence number from 0
 * @param position index of the token in its sentence
 */
public record TokenAt(int sentence, int position) {
}
