package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How an answer goes out. */
@FunctionalInterface
interface Delivery {
  /** As HTTP means it: the whole answer. */
  Delivery WHOLE = ResponseWriter::write;

  /**
   * Sends an answer, or what is to be seen of it.
   *
   * @throws IOException if the client went away
   */
  void send(HttpServletRequest request, HttpServletResponse response, ApiResponse answer)
      throws IOException;
}
