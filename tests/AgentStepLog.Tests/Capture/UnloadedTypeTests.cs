using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Capture;

/// <summary>Plug-ins come and go: nothing that is kept about how their types are written keeps them in memory.</summary>
public sealed class UnloadedTypeTests
{
    [Fact]
    public async Task What_a_library_wrote_of_a_plug_in_is_forgotten_with_the_plug_in()
    {
        var library = new JsonLibrary(new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }, typeof(Envelope), new(static _ => null));
        var type = Write(library);

        // The framework itself keeps accessors of members for a second, and drops them when it makes others.
        for (var end = DateTime.UtcNow.AddSeconds(20); type.IsAlive && DateTime.UtcNow < end; await Task.Delay(300, TestContext.Current.CancellationToken))
        {
            new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(Envelope));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(type.IsAlive);
        Assert.Equal("""{"Content":null}""", Json(new Envelope(null), library));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Write(JsonLibrary library)
    {
        var value = Activator.CreateInstance(Type())!;
        Assert.True(value.GetType().IsCollectible);
        Assert.Equal("""{"Content":{"Number":7}}""", Json(new Envelope(value), library));
        return new(value.GetType());
    }

    private static string Json(Envelope envelope, JsonLibrary library)
    {
        var writer = new CaptureWriter();
        writer.Any(envelope, library);
        return Encoding.UTF8.GetString(writer.Slice(0));
    }

    // public sealed class Plugged { public int Number => 7; }
    private static Type Type()
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new("PlugIn"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("PlugIn")
            .DefineType("Plugged", TypeAttributes.Public | TypeAttributes.Sealed);
        var get = type.DefineMethod("get_Number", MethodAttributes.Public | MethodAttributes.SpecialName, typeof(int), []);
        var body = get.GetILGenerator();
        body.Emit(OpCodes.Ldc_I4_7);
        body.Emit(OpCodes.Ret);
        type.DefineProperty("Number", PropertyAttributes.None, typeof(int), []).SetGetMethod(get);
        return type.CreateType();
    }

    private sealed record Envelope(object? Content);
}
