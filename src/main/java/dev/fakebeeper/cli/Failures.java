package dev.fakebeeper.cli;

import dev.fakebeeper.StartException;
import dev.fakebeeper.control.bundle.BundleException;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.recording.RecordingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong: one message without a stack trace, unless it is our own bug. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    var err = command.getErr();
    if (failure instanceof StartException refusal) {
      err.println("fake-beeper: " + refusal.getMessage());
      return ExitCode.of(refusal.reason());
    }
    if (failure instanceof SourceException
        || failure instanceof BundleException
        || failure instanceof RecordingException) {
      err.println("fake-beeper: " + failure.getMessage());
      return ExitCode.WORLD_INVALID;
    }
    err.println("fake-beeper failed. This is a bug; please report it with these lines.");
    failure.printStackTrace(err);
    return ExitCode.FAULT;
  }
}
