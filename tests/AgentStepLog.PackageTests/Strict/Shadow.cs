#pragma warning disable CA1720, CA1711, CA1716, CA1812, CA1822, IDE0051 // the names are what is tested
using AgentStepLog;
using S = System;

namespace Shadow.System
{
    /// <summary>Hides.</summary>
    internal sealed class Exception
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }

    /// <summary>Hides.</summary>
    internal sealed class Func
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }
}

namespace Shadow.AgentStepLog.CompilerServices
{
    /// <summary>Hides.</summary>
    internal sealed class StepScope
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }
}

namespace Shadow
{
    /// <summary>Hides.</summary>
    internal sealed class CallOrigin
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }

    /// <summary>Hides.</summary>
    internal sealed class String
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }

    /// <summary>Hides.</summary>
    internal sealed class Task
    {
        /// <summary>Text.</summary>
        public string Text { get; set; } = "";
    }

    /// <summary>Hidden.</summary>
    internal sealed partial class Hidden
    {
        /// <summary>Takes.</summary>
        /// <param name="origin">One.</param>
        /// <param name="scope">Two.</param>
        /// <param name="self">Three.</param>
        /// <returns>Four.</returns>
        [global::AgentStepLog.AgentTool]
        public Task Take(CallOrigin origin, AgentStepLog.CompilerServices.StepScope scope, System.Exception self) => new() { Text = origin?.Text + scope?.Text + self?.Text };

        /// <summary>Takes.</summary>
        /// <param name="global">One.</param>
        /// <returns>Four.</returns>
        [global::AgentStepLog.AgentTool]
        public partial S.Threading.Tasks.Task<string> GlobalAsync(int global);

        private static async S.Threading.Tasks.Task<string> GlobalAsyncCore(int global)
        {
            await S.Threading.Tasks.Task.Yield();
            return global.ToString(S.Globalization.CultureInfo.InvariantCulture);
        }

        /// <summary>Asks.</summary>
        /// <param name="prompt">One.</param>
        /// <returns>Two.</returns>
        [global::AgentStepLog.AgentTool]
        private static string Reply(string prompt) => prompt;

        /// <summary>Uses.</summary>
        /// <returns>Text.</returns>
        public string Use() => Take(new(), new(), new()).Text + Reply("a");
    }

    /// <summary>The log.</summary>
    [global::AgentStepLog.StepLog(typeof(Hidden))]
    internal sealed partial class ShadowLog;
}
