/**
 * AssertJ assertions about worlds, chats and messages. Needs AssertJ on the class path, which the
 * rest of the product does not. Imports control alone; nothing imports it.
 */
@NullMarked
package dev.fakebeeper.assertj;

import org.jspecify.annotations.NullMarked;
