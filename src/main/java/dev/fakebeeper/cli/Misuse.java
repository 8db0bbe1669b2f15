package dev.fakebeeper.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person which argument is wrong, what would be right, and where to read on. */
final class Misuse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException misuse, String[] arguments) {
    var command = misuse.getCommandLine();
    var err = command.getErr();
    err.println("fake-beeper: " + misuse.getMessage());
    UnmatchedArgumentException.printSuggestions(misuse, err);
    err.println("Read on: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }
}
