/** The snippets of {@code docs/junit.md} as tests; {@code JunitPageTest} holds the page to them. */
@NullMarked
package dev.fakebeeper.docs.recipes;

import org.jspecify.annotations.NullMarked;
