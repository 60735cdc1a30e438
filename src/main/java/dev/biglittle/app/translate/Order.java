package dev.biglittle.app.translate;

import dev.biglittle.decode.Policy;

/** What a translation is made from. */
record Order(String text, Policy policy) {
}
