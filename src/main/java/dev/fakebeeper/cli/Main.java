package dev.fakebeeper.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code java -jar fake-beeper.jar serve}. */
@Command(
    name = "fake-beeper",
    description = "The Beeper Desktop API without Beeper.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    subcommands = {
      ServeCommand.class,
      ScenariosCommand.class,
      CheckCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      ReplayCommand.class,
      RecordCommand.class,
      ReplayBundleCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped in good order",
      "1:a fault of fake-beeper",
      "2:wrong command, option or value",
      "3:the port is taken, or the host is not one of this machine",
      "4:the contract cannot be read",
      "5:the contract is not a usable OpenAPI document",
      "6:there is no such starting world",
      "7:a file of a world or scenario has a mistake, or a bundle or recording cannot be replayed",
      "8:the coverage is below --coverage-min, or cannot be written",
      "9:the command of exec broke the contract (--fail-on-violation)",
      "10:the folder cannot be recorded into, or the recording is not whole",
      "11:the application differs from the contract (check, record --fail-on-drift)",
      "127:exec cannot run the command"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs the program and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine()
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new Misuse())
        .setExecutionExceptionHandler(new Failures())
        .execute(arguments);
  }

  static CommandLine commandLine() {
    // What follows a command of the user is the command's, whatever it looks like.
    var exec = new CommandLine(new ExecCommand()).setStopAtPositional(true);
    return new CommandLine(new Main())
        .addSubcommand(exec)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for instance: serve");
  }
}
