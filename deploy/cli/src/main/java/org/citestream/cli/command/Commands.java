package org.citestream.cli.command;

import java.util.List;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.platform.PlatformException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands, and how their failures become exit codes. */
@Command(
        name = "citestream",
        description = "An open, self-hosted smart-citation index.",
        mixinStandardHelpOptions = true,
        version = "Citestream 0.1.0",
        footer = {"", "Exit codes: 0 all well, 1 some articles rejected, 2 wrong usage or not running."})
public final class Commands implements Runnable {

    @Spec
    private CommandSpec spec;

    /** A command line ready to execute; it prints to standard output and standard error. */
    public static CommandLine create() {
        var line = new CommandLine(new Commands())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new UpCommand())
                .addSubcommand(new PrepareCommand())
                .addSubcommand(new DownCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new IngestCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new FetchCommand())
                .addSubcommand(new ReingestCommand())
                .addSubcommand(new FollowCommand())
                .addSubcommand(new McpCommand())
                .addSubcommand(new KeyCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new HealCommand())
                .addSubcommand(new BackupCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new ExportGoldCommand())
                .addSubcommand(new GoldCommand())
                .addSubcommand(new ReclassifyCommand())
                .addSubcommand(new ScreenshotsCommand())
                .addSubcommand(new RecordArchivesCommand());
        // These have --help of their own, where the options are.
        List<DelegateCommand> delegates = List.of(
                new DelegateCommand.Extract(),
                new DelegateCommand.Classify(),
                new DelegateCommand.Train(),
                new DelegateCommand.Evaluate());
        for (DelegateCommand delegate : delegates) {
            line.addSubcommand(new CommandLine(delegate)
                    .setUnmatchedOptionsArePositionalParams(true)
                    .setUnmatchedOptionsAllowedAsOptionParameters(true));
        }
        line.setExecutionExceptionHandler((exception, command, parsed) -> tell(exception));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int tell(Exception exception) {
        if (exception instanceof CliException expected) {
            System.err.println(CliException.PREFIX + expected.getMessage());
            return expected.exitCode();
        }
        if (exception instanceof PlatformException expected) {
            System.err.println(CliException.PREFIX + expected.getMessage());
            return ExitCode.NOT_RUNNING;
        }
        System.err.println(CliException.PREFIX + "something went wrong that should not have:");
        exception.printStackTrace();
        return ExitCode.NOT_RUNNING;
    }
}
