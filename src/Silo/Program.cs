Console.WriteLine("Canvass");
