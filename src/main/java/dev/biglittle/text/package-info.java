/** Text to token ids and back: tokenizer, streaming detokenizer, sentence splitting. */
package dev.biglittle.text;
