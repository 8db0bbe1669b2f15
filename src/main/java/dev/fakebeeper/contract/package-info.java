/**
 * The vendor's OpenAPI document, loaded: operations, routing, validation in both directions,
 * examples; and the neutral messages that pass through the pipeline. Hides swagger-parser and the
 * JSON Schema validator. Imports nothing of ours; its public types are public only for our own
 * packages.
 */
@NullMarked
package dev.fakebeeper.contract;

import org.jspecify.annotations.NullMarked;
