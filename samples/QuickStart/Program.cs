using AgentStepLog;
using QuickStart;

var question = args.Length > 0 ? args[0] : "The UV index is 8. How long can I surf?";
var agent = new SunAgent(new PatternModel(), new SunTools(), skinType: 2);

try
{
    #region README
    using var log = SunLog.Start("logs", new() { Agent = "sun", Task = question });
    var answer = agent.Answer(question);
    log.Complete(answer);
    #endregion

    Console.WriteLine(answer);
    Console.WriteLine();
    Console.WriteLine(log.Summarize());
    Console.WriteLine();
    Console.WriteLine($"Log: {log.Path}");
    Console.WriteLine(StepLogVerifier.Verify(log.Path!).Message);
    return 0;
}
catch (FormatException unclear)
{
    // The run was left without Complete: its log says so, and which step failed.
    Console.Error.WriteLine(unclear.Message);
    return 1;
}
