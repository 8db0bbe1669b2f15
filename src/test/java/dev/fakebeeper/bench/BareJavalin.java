package dev.fakebeeper.bench;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What everything is measured against: Javalin with one handler for each request, which writes
 * bytes it has in memory. Arguments: the port, and a folder with the files info, list, chat and
 * send.
 */
public final class BareJavalin {
  private BareJavalin() {}

  /** Serves until it is killed. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    var info = Files.readAllBytes(folder.resolve("info"));
    var list = Files.readAllBytes(folder.resolve("list"));
    var chat = Files.readAllBytes(folder.resolve("chat"));
    var send = Files.readAllBytes(folder.resolve("send"));
    Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.jetty.host = "127.0.0.1";
              config.routes.get("/v1/info", context -> answer(context, info));
              config.routes.get("/v1/chats", context -> answer(context, list));
              config.routes.get("/v1/chats/{chatID}", context -> answer(context, chat));
              config.routes.post(
                  "/v1/chats/{chatID}/messages",
                  context -> {
                    context.bodyAsBytes();
                    answer(context, send);
                  });
            })
        .start(Integer.parseInt(arguments[0]));
  }

  /** With its length, so that a long answer is not sent in chunks. */
  private static void answer(Context context, byte[] json) {
    context.res().setContentLength(json.length);
    context.contentType("application/json").result(json);
  }
}
