using System.Diagnostics.Tracing;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using AgentStepLog.CompilerServices;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Reading what loaded assemblies say of their tools.</summary>
public sealed class SecretToolsTests
{
    [Fact]
    public void Who_listens_to_what_cannot_be_read_may_have_another_thread_read_meanwhile()
    {
        using var listener = new Listener();
        var context = new AssemblyLoadContext(null, isCollectible: true);
        context.LoadFromStream(WithoutManifest());

        Assert.NotNull(SecretTools.Current);

        Assert.Equal(listener.Told, listener.Went);
        Assert.InRange(listener.Told, 1, int.MaxValue);
        context.Unload();
    }

    private static MemoryStream WithoutManifest()
    {
        var attribute = typeof(BuildManifestAttribute).GetConstructor([typeof(string), typeof(string), typeof(int)])!;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Unreadable.Manifest"), typeof(object).Assembly, [new CustomAttributeBuilder(attribute, ["Unreadable.Manifest", "{", BuildManifestAttribute.CurrentVersion])]);
        assembly.DefineDynamicModule("Unreadable.Manifest");
        var stream = new MemoryStream();
        assembly.Save(stream);
        stream.Position = 0;
        return stream;
    }

    private sealed class Listener : EventListener
    {
        private int _told;
        private int _went;

        public int Told => Volatile.Read(ref _told);

        public int Went => Volatile.Read(ref _went);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "AgentStepLog")
            {
                EnableEvents(eventSource, EventLevel.LogAlways);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.Payload?[0] as string != "Unreadable.Manifest")
            {
                return;
            }

            Interlocked.Increment(ref _told);
            if (Told == 1)
            {
                var thread = new Thread(static () => _ = SecretTools.Current) { IsBackground = true };
                thread.Start();
                Interlocked.Add(ref _went, thread.Join(TimeSpan.FromMinutes(1)) ? 1 : 0);
            }
            else
            {
                Interlocked.Increment(ref _went);
            }
        }
    }
}
