@main struct CorspecCommand { static func main() {} }
