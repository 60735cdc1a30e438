package dev.biglittle.app.translate;

import dev.biglittle.decode.Policy;

/**
 * What a translation is made from.
 *
 * @param pair the name of the pair that translates; empty while none is there
 */
record Order(String text, Policy policy, String pair) {
}
