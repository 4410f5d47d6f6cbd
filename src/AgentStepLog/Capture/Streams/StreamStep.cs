using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// The step of a stream that a call returned. It counts bytes, and ends once, when the stream is disposed. Any thread may use it, and no thread waits: the counts are
/// kept here, and only the thread that ends the step uses the pooled scope.
/// </summary>
[StackTraceHidden]
internal sealed class StreamStep(StepScope scope, ActiveStep node)
{
    private const long None = -1;

    private StepScope? _scope = scope;
    private Exception? _failure;
    private long _read;
    private long _written;
    private long _first = None;

    internal ActiveStep? Enter()
    {
        var outer = ActiveStep.Current;
        ActiveStep.Current = node;
        return outer;
    }

    internal int HasRead(int count)
    {
        Count(count, 0);
        return count;
    }

    internal void HasWritten(int count) => Count(0, count);

    internal int Read<TArgs>(TArgs args, Func<TArgs, int> read) => HasRead(Start(args, read));

    internal void Write<TArgs>(TArgs args, int count, Action<TArgs> write)
    {
        Start((args, write), static a =>
        {
            a.write(a.args);
            return true;
        });
        HasWritten(count);
    }

    internal Task<int> ReadAsync<TArgs>(TArgs args, Func<TArgs, Task<int>> read) => TaskEnd.Then(Start(args, read), this, static (task, step) =>
    {
        if (((StreamStep)step!).IsWell(task))
        {
            ((StreamStep)step).HasRead(task.Result);
        }

        return task;
    });

    internal Task WriteAsync<TArgs>(TArgs args, int count, Func<TArgs, Task> write) => TaskEnd.Then(Start(args, write), (this, count), static (task, both) =>
    {
        var (step, count) = ((StreamStep, int))both!;
        if (step.IsWell(task))
        {
            step.HasWritten(count);
        }

        return task;
    });

    // The reading code may try again, and a later success replaces the failure.
    internal void Failed(Exception exception) => Volatile.Write(ref _failure, exception);

    internal void End(Stream stream)
    {
        try
        {
            Start(stream, static s =>
            {
                s.Dispose();
                return true;
            });
        }
        finally
        {
            End();
        }
    }

    internal Task EndAsync(Stream stream)
    {
        Task disposed;
        try
        {
            disposed = Start(stream, static s => s.DisposeAsync().AsTask());
        }
        catch
        {
            End();
            throw;
        }

        return TaskEnd.Then(disposed, this, static (task, state) =>
        {
            var step = (StreamStep)state!;
            step.IsWell(task);
            step.End();
            return task;
        });
    }

    private bool IsWell(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Failed(TaskEnd.Cause(task));
        }

        return task.IsCompletedSuccessfully;
    }

    private TResult Start<TArgs, TResult>(TArgs args, Func<TArgs, TResult> start)
    {
        var outer = Enter();
        try
        {
            return start(args);
        }
        catch (Exception e)
        {
            Failed(e);
            throw;
        }
        finally
        {
            ActiveStep.Current = outer;
        }
    }

    private void Count(int read, int written)
    {
        Volatile.Write(ref _failure, null);
        Interlocked.Add(ref _written, written);
        Interlocked.Add(ref _read, read);
        if (read > 0 && Volatile.Read(ref _first) == None && Volatile.Read(ref _scope) is not null)
        {
            ReadFirst();
        }
    }

    private void ReadFirst()
    {
        try
        {
            Interlocked.CompareExchange(ref _first, node.Log.Writer.Clock(), None);
        }
        catch (Exception e)
        {
            node.Log.Writer.Lose(e); // the clock may be the user's code
        }
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _scope, null) is not { } ended)
        {
            return;
        }

        ended.CountBytes(Interlocked.Read(ref _read), Interlocked.Read(ref _written), Interlocked.Read(ref _first) is not None and var first ? first : null);
        if (Volatile.Read(ref _failure) is { } failure)
        {
            ended.EndFailed(failure);
        }
        else
        {
            ended.End();
        }
    }
}
